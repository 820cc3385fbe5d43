"""What an initiative's words say: verdict, tests, evidence."""

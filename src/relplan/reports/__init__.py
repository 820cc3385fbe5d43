"""Analysis and findings as text: functions from values to str."""

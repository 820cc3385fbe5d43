"""Files that other programs wrote, as plain records: vCards, tables of contacts, calendars."""

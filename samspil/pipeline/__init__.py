"""Initiatives on their way into work, through gates that open on evidence."""

"""The one room with SQL and bodies; speaks in domain records."""

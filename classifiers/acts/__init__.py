"""What authorities and auditors do: agencies, approvals, fines, registrations, certificates, and whose they are."""

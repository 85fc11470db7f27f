"""What readers open from their mails: pages that take an answer, and the evidence. It shows nothing to anybody else."""

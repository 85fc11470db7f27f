"""What ties an event to an account, whether its manager is told, which way it points, and what is at stake."""

"""What an audit becomes at the table: the agreement with Word comments, and the negotiation document."""

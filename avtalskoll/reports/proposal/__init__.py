"""The negotiation document: `proposal_for` says what is in it, `render_proposal` writes it as a Word file."""

"""Looks: where a brand puts slogan, sender and page number, and what stands under them."""

"""Economic figures out of Viet Nam's provincial reports, each with its sentence."""

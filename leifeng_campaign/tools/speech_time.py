"""How long a written speech takes to read out."""

A_MINUTE = 200  # characters read aloud in Chinese, at a calm pace


def minutes(characters):
    """Return the whole minutes that ``characters`` take, begun ones counted; 0 for none."""
    return -(-characters // A_MINUTE)

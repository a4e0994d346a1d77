"""The letters that stand for a person where there is no room for the name."""


def initials(name: str) -> str:
    """One or two capital letters for a name: of its first and its last word."""
    words = [word for word in name.split() if word[0].isalnum()]
    letters = [words[0][0], words[-1][0]] if len(words) > 1 else [w[0] for w in words]
    return "".join(letters).upper()

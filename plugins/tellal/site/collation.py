"""stub"""


def sort_key(text: str, language: str):
    return (text.casefold(),)

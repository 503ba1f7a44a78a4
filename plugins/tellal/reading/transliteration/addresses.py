"""What a machine reads inside a text, and so no alphabet may change: links, names of files."""

from typing import Final

_DOMAINS: Final = "com|org|net|edu|gov|int|info|eu|rs|me|ba|mk|al|hr|tr|de|uk|us|ch|at|tv"
_FILES: Final = (
    "pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|txt|csv|json|xml|html?|md|ics|zip|rar|7z"
    "|jpe?g|png|gif|svg|webp|avif|mp[34]|avi|mov|webm|css|js|ya?ml|epub"
)
_REST: Final = r'[^\s<>"„“”«»]'

ADDRESS: Final = rf"""
    [A-Za-z][A-Za-z0-9+.-]*://{_REST}*           # https://example.org/a
  | (?:mailto|tel):{_REST}+
  | [\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)+             # ime@example.org
  | www\.{_REST}+
  | (?:\w[\w-]*\.)+(?:{_DOMAINS})(?![\w-])(?:[/?\#:]{_REST}*)?   # example.rks-gov.net/sr
  | [\w.-]*\w\.(?i:{_FILES})(?!\w)               # vendimi.pdf
"""

SIGN: Final = r"""
    &(?:\#\d+|\#[xX][0-9A-Fa-f]+|[A-Za-z]\w*);   # &nbsp; &#8211;
  | [@\#]\w+                                     # @opstina, #gnjilane
  | \w+_\w+                                      # ime_polja
  | [Ee]-mail\w*
  | [A-Z]{1,5}\d\w*                              # A4, R7, COVID19
  | [A-Z]{1,2}-\d{4,}                            # P-72217092: a parcel
  | (?<!\w)\([ivx]+\)(?!\w)                       # (i), (iv) of a list
  | \d[DG](?!\w)                                 # 3D, 5G
  | [A-Za-z]{1,2}[²³]                            # m², km²
"""

//! Who may decide what with which majority, and whether they did.

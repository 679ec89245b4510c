//! Rule packs: law and by-laws as dated clauses with citations.

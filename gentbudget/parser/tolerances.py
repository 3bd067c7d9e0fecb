"""What damage is tolerated: every number that a rule of the parser depends on, with the damage that needs it.

Half or twice any of them, and a dump of the tests is read otherwise; those below the last banner bound the work that a text may
cost, and no real dump comes near them.
"""

from __future__ import annotations

# ----------------------------------------------------------------------------------------------------------------------
# Lines
# ----------------------------------------------------------------------------------------------------------------------

# No shorter label is told when it is misread: every other word of three letters is as near to `VTE`.
SHORTEST_MISREAD_LABEL = 5
# Up to this length two misread characters make another word of a label: `Uitvoeren` is four from `Uitgaven`.
LONGEST_SHORT_LABEL = 9
# So many letters of a label's word stand before a hyphen that breaks it, as in `Ont-vang-sten`.
SHORTEST_BROKEN_BEGINNING = 3
# No word of a label is broken that has no more letters: `plan` never is, `perso-` / `neel` is.
SHORTEST_UNBROKEN_WORD = 4
# A spreadsheet has so many separators on most of its lines, as a row of a table with one figure.
FEWEST_SEPARATORS = 2
# So many of its lines, as a share, have the same number of them; descriptions have some of their own.
LEAST_ALIKE_LINES = 0.6
# Less often than this, nothing can be said to recur: each of two actions may have the same sentence.
LEAST_RECURRENCE = 3
# So many lines at the top and at the foot of a page may be furniture: a title, and a rule or a number.
EDGE_LINES = 2
# A running title is no longer than this; a paragraph that recurs is.
LONGEST_RUNNING_TITLE = 160
# A running title has so many letters, unlike a row of figures with its `VTE`.
FEWEST_TITLE_LETTERS = 5
# It has no more figures, unlike a row of a table: its year, its page, and how many pages there are.
MOST_TITLE_FIGURES = 3
# Where no page is printed in it, it has fewer.
MOST_NUMBERS_WITHOUT_PAGE = 2
# The number of a page has no more digits; an amount may.
MOST_PAGE_DIGITS = 4

# ----------------------------------------------------------------------------------------------------------------------
# Tables
# ----------------------------------------------------------------------------------------------------------------------

# The label of a column has no more words: `Jaarrekening 2024 t.o.v. 2023` has four, more where blanks cut them.
MOST_LABEL_WORDS = 7
# The labels of columns wrap over no more lines.
MOST_WRAPPED_LINES = 4
# A table has columns for no more years; of others in its head, one is misread.
MOST_YEARS = 4
# Between label and figures, a run of so many letters is a word; a shorter one may be a misread figure, as `l2O`.
FEWEST_WORD_LETTERS = 3
# A head takes no more lines, one label a line and the label of the table included.
MOST_HEAD_LINES = 12
# So many figures may a row have whose columns are not known.
WIDEST_UNKNOWN_ROW = 99
# A line below the head of a staff table is its row, whatever its label, if it has so many figures.
FEWEST_STAFF_FIGURES = 3
# A label that spans a section's rows, or one of them, ends no later than beside the second.
ROWS_BESIDE_A_LABEL = 2
# So many figures without the marks that they would have make a notation; fewer may be misread.
FEWEST_PLAIN_FIGURES = 3
# No more figures of a kind than this share have more decimals than the kind; they are misread.
MOST_LONGER_FIGURES = 0.01
# No more percentages than this share of those that hold may fail under columns that the others bear out.
MOST_FAILING_SHARES = 0.1
# So many characters of a whole head may be misread, lost or added; of one that only the vocabulary tells, one fewer.
MOST_MISREAD_LABEL = 3
# In a column whose figures have a form, no more of them than this share have another, and those are misread.
MOST_OTHER_FORMS = 0.1
# Of so many tables,
FEWEST_TABLES = 10
# this share prints a section that the tables of the report have; a section of fewer is one of theirs alone.
LEAST_PRINTED_SECTION = 0.1

# ----------------------------------------------------------------------------------------------------------------------
# Headers
# ----------------------------------------------------------------------------------------------------------------------

# So many lines of a centred cell stand above the code.
MOST_LEADING_LINES = 2
# A header has no more lines, those of its title, its owner and the blank ones between included.
MOST_HEADER_LINES = 10
# No line above the code is longer; one of a description may be.
LONGEST_LEADING_LINE = 130
# The longest line of an owner's cell, or of a field's.
LONGEST_CELL = 60
# A row of a Markdown table whose first cell alone is filled has so many, counting what stands behind the last border.
FEWEST_ROW_CELLS = 3
# The beginnings of lines in one column drift by as many characters, in proportional type.
NEAR_COLUMN = 12
# Text that begins so far to the right of the code is in another column, however long the title is.
INDENTED = 30
# The end of a title's column drifts by as many characters.
COLUMN_DRIFT = 6
# Longer lines than this, with a period before the owner, are a description's.
LONGEST_FIELD_LINE = 60
# A text breaks words at hyphens if so many broken ones are printed whole as well, and fewer with the hyphen.
LEAST_BROKEN_WORDS = 3
# Of the first so many words in small letters,
MANY_WORDS = 400
# no more than this share has so few letters.
SHORT_WORD = 3
# It is 0.30 to 0.40 where words are whole, and 0.64 to 0.73 where a program puts blanks at all places that a word may be
# broken at (pdfplumber, pypdf).
MOST_SHORT_WORDS = 0.5
# A title has no more lines, in a cell as narrow as accounts print it,
MOST_TITLE_LINES = 4
# an owner no more,
MOST_NAME_LINES = 3
# and no line of an owner is longer.
LONGEST_NAME_LINE = 60
# A name has no more words,
MOST_NAME_WORDS = 9
# most of it are so many of its last ones,
FEWEST_TAIL_WORDS = 3
# more words than this with one capital are a sentence,
MOST_PLAIN_WORDS = 6
# no name is longer,
LONGEST_NAME = 80
# nor an abbreviation alone, such as `FM`, which many titles end with.
SHORTEST_NAME = 4
# By this share, an estimated breadth may be off.
BREADTH_DRIFT = 0.03
# A text has lines that end where a column does if so many cells wrap at one width,
LEAST_WRAPS = 3
# and this share of those that wrap.
LEAST_AGREEING_WRAPS = 0.5
# A column's width is known if it has so many cells,
LEAST_CELLS = 3
# and this share of them fits it.
LEAST_FITTING_CELLS = 0.75

# ----------------------------------------------------------------------------------------------------------------------
# The whole report
# ----------------------------------------------------------------------------------------------------------------------

# A misread word of an owner begins with so many of the letters of the right one: `Organisationsbrede`.
LEAST_COMMON_START = 5
# and so much of it is the same.
LEAST_SIMILARITY = 0.6

# ----------------------------------------------------------------------------------------------------------------------
# Bounds on work
# ----------------------------------------------------------------------------------------------------------------------

# A label stands in so many characters at the beginning of a line,
LABELLED = 80
# a table's label, blanks left out, in so many.
LETTERS_OF_HEAD = 40
# Labels are mended in no longer lines.
LONGEST_MENDED_LINE = 1000
# So many characters tell whether a text is a spreadsheet.
LOOKED_AT = 50_000
# No figure of an account has so many characters; what has is not read as one.
LONGEST_FIGURE = 40
# A longer head is none.
LONGEST_HEAD = 1000
# No real head takes so many steps to divide,
MOST_STEPS = 20_000
# or leaves so many ways.
MOST_WAYS = 100
# A row that lost more figures than this,
MOST_LOST = 3
# or has more readings, is not tried: too many fit.
MOST_READINGS = 1000
# What is read tells how wide columns are, and that tells what else can be read; so often, this is repeated.
ROUNDS = 2
# No line of a real header has more words, nor have all of its lines together.
MOST_HEADER_WORDS = 150
# So many names that differ in the same word are compared,
MOST_ALIKE_NAMES = 20
# with so many words; a city has fewer of both.
MOST_COMPARED_WORDS = 12

// Whoever imports Verbatim has the values that its calls take and return.
@_exported public import Corpus
@_exported public import Golden
@_exported public import Prose
@_exported public import Quotations
@_exported public import Reports
@_exported public import Speakers
@_exported public import Store
@_exported public import Wording

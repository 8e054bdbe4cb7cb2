/// A person or body of one article, while its mentions are being gathered.
package struct Entity: Sendable {
  var kind: Speaker.Kind
  package var gender: Gender = .unknown
  /// The fullest name, folded; no words for those whom the article does not name.
  var name = PersonName.none
  /// The name for the reader.
  package var display = ""
  /// The honorific of a person known by one word only: `Mrs.` in `Mrs. Dalby`.
  package var honorific = ""
  /// What the titles before the name say, of all forms.
  var titles: TitleUse = []
  /// The number of mentions with a title of respect.
  var titledCount = 0
  /// How often the narration calls somebody known in full by the given name or the surname alone.
  var calledByGivenName = 0
  var calledBySurname = 0
  /// Roles and titles, folded: `mayor`, `spokesman`.
  var roles = RoleSet()
  /// What the first description says of whose the role is, when nobody is named.
  var qualifiers = DescriptionQualifiers.none
  /// Printed forms with the number of times they occur.
  package var forms = FormCounts()
  /// The number of mentions by name.
  var count = 0
  /// The place of the first mention, for ties.
  var firstMention = 0
  /// The identifier in the user's list.
  var identifier: String?
  var isPlural = false
}

internal import Golden

/// The rules of the page of golden cases besides those that all pages have in common.
enum GoldenPageStyle {
  static let text = rules + filters

  /// What a filter that is off takes away. No script is needed for it.
  private static let filters: String = {
    let names =
      CaseResult.Outcome.allCases.map { "o-\(HTMLGoldenFormat.slug($0.rawValue))" }
      + GoldenDifference.Kind.allCases.map { "k-\(HTMLGoldenFormat.slug($0.rawValue))" }
    return names.map { name in
      "main:has(#\(name):not(:checked)) .\(name) { display: none; }\n"
    }.joined()
  }()

  private static let rules = """
    :root { --before: #fbdcd9; --after: #dcf0dc; --well: #1c6b2c; --unwell: #a3201a;
      --link: #0b57a4; --panel: #f5f5f3; }
    @media (prefers-color-scheme: dark) { :root { --before: #5a2320; --after: #1f3f25;
      --well: #7fd08f; --unwell: #ff9d94; --link: #8fc1ff; --panel: #222; } }
    [hidden] { display: none !important; }
    a { color: var(--link); }
    .wording, .context, .text { overflow-wrap: anywhere; }
    .verdict { font: bold 1.1rem system-ui, sans-serif; margin: 0 0 1rem; }
    .well { color: var(--well); }
    .unwell { color: var(--unwell); }
    dl, .filters, button, input, h3, summary, .problem, .badge, kbd {
      font-family: system-ui, sans-serif; }
    dl, dd { margin: 0; }
    .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
      gap: .75rem; margin: 0 0 1rem; }
    .figures div { background: var(--panel); border-radius: .4rem; padding: .5rem .75rem; }
    .figures dt, .figures span { color: var(--quiet); font-size: .875rem; }
    .figures strong { display: block; font-size: 1.25rem; }
    .filters { border: 1px solid var(--line); border-radius: .4rem; padding: .5rem .75rem;
      font-size: .9rem; margin: 0 0 1.5rem; }
    .filters fieldset { border: 0; margin: 0 0 .4rem; padding: 0; }
    .filters legend { color: var(--quiet); padding: 0; font-size: .875rem; }
    .filters label { display: inline-block; margin-right: 1rem; padding: .15rem 0; }
    .filters p { margin: .25rem 0; }
    .filters input[type=checkbox] { margin: 0 .2rem 0 0; }
    .count { color: var(--quiet); font-size: .875rem; font-weight: normal; }
    input[type=search] { font-size: 1rem; padding: .3rem .5rem; width: 16rem; max-width: 100%; }
    button { font-size: .9rem; padding: .3rem .75rem; }
    .case { border-top: 2px solid var(--line); padding-top: 1rem; margin-top: 1.5rem; }
    .case h2 { margin-top: 0; }
    .outcome { border: 1px solid; border-radius: .3rem; padding: 0 .4rem; font-size: .875rem;
      margin-right: .25rem; white-space: nowrap; color: var(--quiet); }
    .o-failed .outcome, .o-broken .outcome { color: var(--unwell); }
    .o-passed .outcome { color: var(--well); }
    .problem { border-left: .25rem solid var(--unwell); padding-left: .75rem; font-size: .9rem;
      overflow-wrap: anywhere; }
    .difference { border: 1px solid var(--line); border-radius: .4rem; padding: .75rem 1rem;
      margin: 1rem 0; scroll-margin: 1rem; }
    .difference[aria-current] { border-color: var(--link); box-shadow: 0 0 0 1px var(--link); }
    .difference:focus { outline: none; }
    .difference:focus-visible { outline: .2rem solid var(--link); outline-offset: .1rem; }
    a:focus-visible, button:focus-visible, input:focus-visible, summary:focus-visible {
      outline: .2rem solid var(--link); outline-offset: .1rem; }
    .difference h3 { font-size: 1rem; margin: 0 0 .5rem; }
    .difference > * + * { margin-top: .5rem; }
    .id { font: .875rem ui-monospace, monospace; float: right; text-decoration: none; }
    .sides > div { background: var(--panel); border-radius: .3rem; padding: .5rem .75rem;
      min-width: 0; }
    .sides { gap: .75rem; }
    .label { overflow-wrap: anywhere; margin-bottom: .25rem; }
    .sides .facts { margin: .25rem 0 0; }
    del { background: var(--before); text-decoration-line: line-through;
      text-decoration-thickness: .08em; }
    ins { background: var(--after); }
    del.whole, ins.whole { text-decoration: none; }
    .badge { color: var(--ink); border-radius: .3rem; padding: .05rem .4rem; }
    .context { border-left: .2rem solid var(--line); padding-left: .75rem;
      margin-bottom: 0; font-size: .95rem; color: var(--quiet); }
    mark { background: var(--minor); color: var(--ink); text-decoration: underline;
      text-decoration-thickness: .12em; text-underline-offset: .2em; border-radius: .15em; }
    mark.accepted { background: none; color: inherit; text-decoration: underline dotted 1px; }
    .entry, .article { font-size: .9rem; }
    summary { cursor: pointer; color: var(--quiet); overflow-wrap: anywhere; }
    .entry dl div { display: grid; grid-template-columns: 7rem 1fr; gap: .5rem; }
    .entry dt { color: var(--quiet); }
    .entry dd { overflow-wrap: anywhere; min-width: 0; }
    .text { white-space: pre-wrap; font-size: 1rem; border: 1px solid var(--line);
      border-radius: .4rem; padding: .75rem 1rem; margin-top: .5rem; }
    .text a { color: inherit; }
    dialog { color: var(--ink); background: var(--page); border: 1px solid var(--line);
      border-radius: .5rem; padding: 1rem 1.5rem; max-width: calc(100% - 2rem); }
    dialog::backdrop { background: rgb(0 0 0 / .4); }
    dialog h2 { margin-top: 0; }
    dialog dl { display: grid; grid-template-columns: auto 1fr; gap: .4rem 1rem; margin: 0 0 1rem; }
    kbd { border: 1px solid var(--line); border-radius: .25rem; padding: 0 .35rem;
      font-size: .875rem; }
    @media (max-width: 45rem) { main { padding: 1rem; } .difference { padding: .6rem .75rem; } }
    @media print { .filters, .entry, dialog { display: none; } .case { break-inside: auto; }
      .difference { break-inside: avoid; } mark, .sides > div, .badge {
      print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      details:not([open]) { display: none; } }

    """
}

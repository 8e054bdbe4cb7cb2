/// A page that opens the page of golden cases in frames, works it as a reader does, and writes down
/// what happened, one check on a line: `ok NAME` or `not ok NAME: what there was`.
enum PageDriver {
  static let page = """
    <!DOCTYPE html><html><head><meta charset="utf-8"></head><body>
    <iframe id="page" src="page.html" style="width:1280px;height:900px"></iframe>
    <iframe id="phone" src="page.html" style="width:390px;height:800px"></iframe>
    <iframe id="plain" src="page.html" sandbox="allow-same-origin"></iframe>
    <pre id="results"></pre>
    <script>
    window.onload = () => {
      const lines = [];
      const check = (name, found, wanted = true) => lines.push(
        JSON.stringify(found) === JSON.stringify(wanted)
          ? `ok ${name}` : `not ok ${name}: ${JSON.stringify(found)}`);
      try {
        check("the scheme is the wanted one",
          matchMedia("(prefers-color-scheme: dark)").matches, location.search === "?dark");
        read(frame("page"), check);
        for (const name of ["page", "phone"]) fits(frame(name), name, check);
        withoutScript(frame("plain"), check);
      } catch (error) { lines.push(`not ok: ${error.stack}`); }
      document.getElementById("results").textContent = lines.join("\\n") + "\\ndone\\n";
    };
    const frame = (id) => document.getElementById(id).contentDocument;
    const isShown = (element) => element.getClientRects().length > 0;
    const shown = (page) => [...page.querySelectorAll(".difference")].filter(isShown)
      .map((e) => e.id.slice(2));

    function read(page, check) {
      const byId = (id) => page.getElementById(id);
      const press = (key, target = page.body) => target.dispatchEvent(
        new page.defaultView.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      const current = () => page.querySelector("[aria-current]")?.id.slice(2) ?? null;
      const search = (text) => {
        byId("query").value = text;
        byId("query").dispatchEvent(new Event("input", { bubbles: true }));
      };
      const all = shown(page);
      const isCaseShown = (name) => isShown(page.querySelector(`.case.o-${name}`));

      check("nothing from the texts became an element",
        page.querySelectorAll("img, b, script ~ script, [onerror]").length, 0);
      check("search is there", isShown(byId("query")));
      check("passed cases are put aside", isCaseShown("passed"), false);
      check("failed cases are shown", isCaseShown("failed"));
      check("what only moved is put aside", isShown(page.querySelector(".k-moved")), false);
      check("the count is read out",
        byId("shown").textContent.startsWith(`${all.length} of `) &&
          byId("shown").getAttribute("role") === "status");

      press("j");
      check("j goes to the first", current(), all[0]);
      check("the current one has the focus", page.activeElement.id, `d-${all[0]}`);
      press("ArrowRight");
      check("the right arrow goes on", current(), all[1]);
      press("j"); press("k");
      check("k goes back", current(), all[1]);
      press("ArrowLeft"); press("k");
      check("the first is the end", current(), all[0]);

      byId("k-speaker-changed").click();
      check("a kind is taken away", shown(page).includes("77aa0102"), false);
      check("the others stay", shown(page).includes("3f9a01bc"));
      press("j");
      check("keys pass over what is taken away", current(), "c0ffee00");
      byId("k-speaker-changed").click();
      check("the kind comes back", shown(page), all);
      byId("k-quotation-added").click();
      press("j");
      check("from what was taken away on to what follows", current(), "deadbeef");
      byId("k-quotation-added").click();

      byId("o-passed").click();
      check("passed cases come on request", isCaseShown("passed"));
      byId("o-passed").click();

      press("f");
      check("f goes to the search", page.activeElement.id, "query");
      search("NEVER asked");
      check("the search leaves what it finds", shown(page), ["deadbeef"]);
      press("j", byId("query"));
      check("keys are letters in the search", current(), "deadbeef");
      search("bridge.golden");
      check("a case is found by its name", shown(page),
        ["3f9a01bc", "77aa0102", "c0ffee00", "deadbeef"]);
      search("speeker");
      check("a problem is found", isCaseShown("broken") && shown(page).length === 0);
      search("xyzzy");
      check("nothing is found", [...page.querySelectorAll(".case")].some(isShown), false);
      press("Escape", byId("query"));
      check("Escape ends the search", [shown(page), byId("query").value], [all, ""]);

      press("?");
      check("? opens the help", byId("help").open);
      press("j");
      check("the help keeps the keys to itself", current(), "deadbeef");
      press("?");
      check("? closes the help", byId("help").open, false);
      byId("help-button").click();
      byId("help-close").click();
      check("so do the buttons", byId("help").open, false);

      byId("o-failed").click();
      page.defaultView.location.hash = "#d-c0ffee00";
      page.defaultView.dispatchEvent(new Event("hashchange"));
      check("an address shows what it names", [current(), isCaseShown("failed")],
        ["c0ffee00", true]);
      for (const link of page.querySelectorAll("a[href]")) {
        const target = byId(decodeURIComponent(link.getAttribute("href").slice(1)));
        if (!target) check(`a link leads somewhere`, link.href);
      }
      const marks = [...page.querySelectorAll(".text mark")];
      check("changed words are marked in the article", marks.some((e) =>
        !e.classList.contains("accepted") && e.textContent.includes("sign it")));
      check("accepted ones too", marks.some((e) =>
        e.classList.contains("accepted") && e.textContent === "“a first guess.”"));
      check("everything has a name", [...page.querySelectorAll("input, button, [role], dialog")]
        .every((e) => e.labels?.length || e.textContent.trim() || e.getAttribute("aria-label")));
      const levels = [...page.querySelectorAll("h1, h2, h3")].map((e) => Number(e.tagName[1]));
      check("headings go down by one", levels.every((n, i) => i === 0 || n <= levels[i - 1] + 1));
    }

    function fits(page, name, check) {
      for (const details of page.querySelectorAll("details")) details.open = true;
      for (const box of page.querySelectorAll("input[type=checkbox]:not(:checked)")) box.click();
      const root = page.documentElement;
      check(`${name}: nothing is wider than the window`, root.scrollWidth <= root.clientWidth);
      const poor = [...page.querySelectorAll("main *")].filter((e) =>
        isShown(e) && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) &&
          !["INPUT", "BUTTON"].includes(e.tagName) && contrast(e) < 4.5);
      check(`${name}: contrast`, poor.map((e) => `${e.tagName}.${e.className}`), []);
    }

    function contrast(element) {
      const style = (e) => e.ownerDocument.defaultView.getComputedStyle(e);
      const channels = (color) => color.match(/[\\d.]+/g).map(Number);
      let back = element;
      while (back && (channels(style(back).backgroundColor)[3] ?? 1) === 0) {
        back = back.parentElement;
      }
      const light = (color) => {
        const [r, g, b] = channels(color).map((v) =>
          (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const [a, b] = [light(style(element).color),
        light(style(back ?? element.ownerDocument.body).backgroundColor)];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    function withoutScript(page, check) {
      check("without the script there is no search", isShown(page.getElementById("query")), false);
      const passed = page.querySelector(".case.o-passed");
      check("but filters", isShown(passed), false);
      page.getElementById("o-passed").checked = true;
      check("that can be changed", isShown(passed));
    }
    </script></body></html>
    """
}

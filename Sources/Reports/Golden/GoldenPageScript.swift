/// The script of the page of golden cases: search, keys, counts. The page is whole without it.
enum GoldenPageScript {
  static let text = """

    (() => {
      "use strict";
      const byId = (id) => document.getElementById(id);
      const all = (selector, root = document) => [...root.querySelectorAll(selector)];
      const query = byId("query"), status = byId("shown"), help = byId("help");
      const differences = all(".difference");
      // What a case has besides its differences, and what each difference has, ready to search.
      const cases = all(".case").map((section) => ({
        section,
        name: section.querySelector("h2").textContent.toLowerCase(),
        problems: all(".problem", section).map((e) => e.textContent.toLowerCase()).join("\\n"),
        differences: all(".difference", section).map((element) =>
          ({ element, text: element.textContent.toLowerCase() })),
      }));
      let current = null;

      // Filters are rules of style: what they take away has no box.
      const isShown = (element) => element.getClientRects().length > 0;

      function update() {
        const wanted = query.value.trim().toLowerCase();
        for (const { section, name, problems, differences } of cases) {
          const isNamed = name.includes(wanted);
          const hits = differences.filter(({ element, text }) => {
            element.hidden = !isNamed && !text.includes(wanted);
            return !element.hidden;
          });
          section.hidden = !isNamed && hits.length === 0 && !problems.includes(wanted);
          // A failed case all of whose differences are taken away goes with them.
          const hasMore = problems || section.classList.contains("o-passed");
          if (section.hidden || hasMore || !isShown(section)) continue;
          section.hidden = !hits.some(({ element }) => isShown(element));
        }
        const shown = differences.filter(isShown).length;
        const sections = cases.filter(({ section }) => isShown(section)).length;
        status.textContent = `${shown} of ${differences.length} differences in ` +
          `${sections} of ${cases.length} cases`;
      }

      function select(difference) {
        if (current) current.removeAttribute("aria-current");
        current = difference;
        current.setAttribute("aria-current", "true");
        current.focus({ preventScroll: true });
        current.scrollIntoView({ block: "nearest" });
      }

      function step(by) {
        const shown = differences.filter(isShown);
        if (shown.length === 0) return;
        // From a difference that was taken away meanwhile, go on to what follows it.
        const follows = (element) =>
          current.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
        let index = shown.indexOf(current) + by;
        if (!current) {
          index = by > 0 ? 0 : shown.length - 1;
        } else if (!shown.includes(current)) {
          const next = shown.findIndex(follows);
          index = (next < 0 ? shown.length : next) + (by > 0 ? 0 : -1);
        }
        select(shown[Math.max(0, Math.min(shown.length - 1, index))]);
      }

      // What an address points at is shown, whatever the filters say.
      function reveal() {
        const target = byId(decodeURIComponent(location.hash.slice(1)));
        if (!target || !target.classList.contains("difference")) return;
        query.value = "";
        for (const name of [...target.classList, ...target.closest(".case").classList]) {
          const filter = byId(name);
          if (filter && filter.type === "checkbox") filter.checked = true;
        }
        update();
        select(target);
      }

      function toggleHelp() {
        if (help.open) help.close(); else help.showModal();
      }

      document.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.target === query) {
          if (event.key === "Escape") { query.value = ""; update(); query.blur(); }
          return;
        }
        const action = {
          j: () => step(1), ArrowRight: () => step(1), k: () => step(-1), ArrowLeft: () => step(-1),
          f: () => { query.focus(); byId("filters").scrollIntoView({ block: "nearest" }); },
          "?": toggleHelp,
        }[event.key];
        if (!action || (help.open && event.key !== "?")) return;
        event.preventDefault();
        action();
      });
      byId("filters").addEventListener("input", update);
      byId("help-button").addEventListener("click", toggleHelp);
      byId("help-close").addEventListener("click", toggleHelp);
      window.addEventListener("hashchange", reveal);
      for (const element of all(".script")) element.hidden = false;
      update();
      reveal();
    })();

    """
}

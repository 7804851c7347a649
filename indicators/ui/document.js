// What streamlit leaves to nobody: the language of the document, the names of its own buttons, the newest
// period in view where a chart scrolls, and the figure at which the open report is to be read.

// The menu of a table's column comes and goes, and has no labels to choose: its words are replaced as it opens.
function translateMenus(words) {
  const translate = (menu) => {
    const texts = document.createTreeWalker(menu, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const found = words[texts.currentNode.nodeValue.trim()];
      if (found) texts.currentNode.nodeValue = found;
    }
  };
  window.indicatorsMenus?.disconnect();
  window.indicatorsMenus = new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        for (const menu of node.querySelectorAll?.("[role=menu]") ?? []) translate(menu);
  });
  window.indicatorsMenus.observe(document.body, { childList: true, subtree: true });
}

// A day that was typed is taken at Enter, too: streamlit takes it only when its calendar closes.
function takeAtEnter(event) {
  if (event.key === "Enter" && event.target.matches?.("[role=spinbutton][data-type]"))
    event.target.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
}

export default function ({ data }) {
  document.documentElement.lang = data.language;
  const name = () => {
    for (const [from, to] of Object.entries(data.labels))
      for (const found of document.querySelectorAll(`[aria-label="${from}"]`)) {
        found.setAttribute("aria-label", to);
      }
    for (const long of document.querySelectorAll("[class*=st-key-long_]"))
      if (!long.dataset.seen) { long.dataset.seen = "1"; long.scrollLeft = long.scrollWidth; }
  };
  for (const wait of [0, 400, 1500]) setTimeout(name, wait);
  translateMenus(data.menu);
  if (!window.indicatorsDays) {
    window.indicatorsDays = takeAtEnter;
    document.addEventListener("keydown", takeAtEnter, true);
  }
  if (window.indicatorsHere === data.here) return;
  window.indicatorsHere = data.here;
  let tries = data.here ? 20 : 0;
  const read = () => {
    const mark = document.querySelector(".report mark.here");
    if (mark) mark.scrollIntoView({ block: "center" });
    else if (tries--) setTimeout(read, 150);
  };
  read();
}

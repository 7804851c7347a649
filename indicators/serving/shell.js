// At /compare streamlit would look for its server at /compare/_stcore first, and be told that it is not there.
window.__streamlit = { BACKEND_BASE_URL: new URL("./", document.baseURI).href };

// How many columns and ticks a chart has room for: told with the first request, so that no chart is drawn twice. Frames
// tell their room themselves: they may send no cookie.
const told = () => { document.cookie = `narrow=${innerWidth <= 640 ? 1 : 0}; path=/; SameSite=Strict`; };
if (window === top) { told(); addEventListener("resize", told); }

// Streamlit opens a page at its bare address and adds the parts of the link once it has run, or gives the old page
// the parts of the new one first: two steps of the history for one of the reader's, and the way back would end at an
// address that leads forward again, or at one without the sentence that was open there.
const push = history.pushState.bind(history);
let given = -Infinity; // when the page at hand was last given other parts
history.pushState = (state, title, address) => {
  const to = new URL(address, location.href);
  const stays = to.pathname === location.pathname;
  const completed = stays ? !location.search : to.search === location.search && performance.now() - given < 300;
  (completed ? history.replaceState.bind(history) : push)(state, title, address);
  given = stays && !completed ? performance.now() : -Infinity;
};

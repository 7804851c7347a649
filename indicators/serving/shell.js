// At /compare streamlit would look for its server at /compare/_stcore first, and be told that it is not there.
window.__streamlit = { BACKEND_BASE_URL: new URL("./", document.baseURI).href };

// Streamlit opens a page at its bare address and adds the parts of the link once it has run: two steps of the
// history for one of the reader's, and the way back would end at the bare address, which leads forward again.
const push = history.pushState.bind(history);
history.pushState = (state, title, address) => {
  const to = new URL(address, location.href);
  const completed = to.pathname === location.pathname && !location.search;
  (completed ? history.replaceState.bind(history) : push)(state, title, address);
};

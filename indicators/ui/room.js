// How much room the words of an embedded view leave to its chart: told once, and again when the frame changes.

export default function ({ data, setStateValue }) {
  const slot = document.querySelector(".st-key-embedded");
  let timer = 0;
  const tell = () => {
    const room = [slot.clientWidth, slot.clientHeight];
    const told = data.room || [0, 0];
    if (room.some((side, nth) => Math.abs(side - told[nth]) > data.enough)) setStateValue("room", room);
  };
  const watch = new ResizeObserver(() => { clearTimeout(timer); timer = setTimeout(tell, 100); });
  if (slot) watch.observe(slot);
  return () => { clearTimeout(timer); watch.disconnect(); };
}

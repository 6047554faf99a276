/** Tells the styles what media queries cannot: that text is large for this screen, and that the keyboard is open. */

/** Below this many rem a line holds too few words for things side by side: small phones, or text at 200 %. */
const narrowBelow = 24;
/** Below this, not even an icon and a word fit side by side: phones with text at 200 %. */
const tightBelow = 15;
/** No browser bar is this high; every keyboard is. */
const keyboardAbove = 150;

const isTextField = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'file', 'date'].includes(element.type));

/** Called once at the start. */
export function watchViewport(): void {
  const root = document.documentElement;
  let tallest = window.innerHeight;
  let width = window.innerWidth;

  const look = () => {
    const rem = Number.parseFloat(getComputedStyle(root).fontSize);
    root.classList.toggle('narrow', window.innerWidth < narrowBelow * rem);
    root.classList.toggle('tight', window.innerWidth < tightBelow * rem);

    if (window.innerWidth !== width) {
      width = window.innerWidth;
      tallest = 0;
    }
    tallest = Math.max(tallest, window.innerHeight);
    const visible = Math.min(window.innerHeight, window.visualViewport?.height ?? window.innerHeight);
    const zoomed = (window.visualViewport?.scale ?? 1) > 1.05;
    const field = document.activeElement;
    const opened = !zoomed && tallest - visible > keyboardAbove && isTextField(field);
    if (opened && !root.classList.contains('keyboard')) field.scrollIntoView({ block: 'nearest' });
    root.classList.toggle('keyboard', opened);
  };

  look();
  window.addEventListener('resize', look);
  window.visualViewport?.addEventListener('resize', look);
  document.addEventListener('focusout', look);
  // Larger text changes the length of the page but sends no other sign.
  new ResizeObserver(look).observe(document.body);
}

/* global document, localStorage, matchMedia */
// Before the first paint, so that no page flashes in the wrong theme. The rest is in src/lib/theme/theme.ts.
(function () {
  let choice = null;
  try {
    choice = localStorage.getItem('prosa-theme');
  } catch {
    // Storage may be refused; dark it is.
  }
  const system = matchMedia('(prefers-color-scheme: light)').matches;
  const light = choice === 'light' || (choice === 'system' && system);
  document.documentElement.dataset.theme = light ? 'light' : 'dark';
  const bar = document.querySelector('meta[name="theme-color"]');
  bar?.setAttribute('content', light ? '#faf8fd' : '#0f0a1a');
})();

// Runs before anything is drawn, so that a page in the dark scheme does not flash white first.
(function () {
    var chosen = localStorage.getItem('mantine-color-scheme-value');
    var dark =
        chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();

// Before the first paint: the colours chosen earlier, so that nothing flashes.
document.documentElement.dataset.theme = localStorage.getItem('sleddog-theme') ?? 'auto';

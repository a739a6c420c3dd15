document.documentElement.dataset.theme=localStorage.getItem("sleddog-theme")??"auto";

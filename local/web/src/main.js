import { render } from 'preact';
import './style/index.css';
import { App } from './app.js';
import { html } from './html.js';
import { takeToken } from './net/api.js';
import { parse, route } from './route.js';
import { load } from './sync.js';

takeToken();
route.value = parse(location.hash);
load();
render(html`<${App} />`, document.getElementById('page'));

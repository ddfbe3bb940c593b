// The least that a page of React is: one heading, or a plain list of as many rows as its address says. It asks for nothing.
import { createElement, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';

const rows = Number(new URLSearchParams(location.search).get('rows') ?? 0);

const rowOf = (_: unknown, at: number): ReactElement =>
  createElement('li', { key: at, 'data-row': at }, `Row ${at} of a list that does nothing else`);

const Page = (): ReactElement =>
  createElement(
    'main',
    null,
    createElement('h1', null, 'Empty'),
    createElement('ul', null, Array.from({ length: rows }, rowOf)),
  );

const place = document.getElementById('page');
if (place !== null) createRoot(place).render(createElement(Page));

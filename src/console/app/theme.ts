// Dark on the watch floor, and elsewhere as the system says, unless the person has chosen.
import { useEffect, useSyncExternalStore } from 'react';
import { useChoice } from './choices.ts';

export const THEMES = ['auto', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const contrast = window.matchMedia('(prefers-contrast: more)');

const subscribe = (listener: () => void): (() => void) => {
  for (const query of [dark, contrast]) query.addEventListener('change', listener);
  return () => {
    for (const query of [dark, contrast]) query.removeEventListener('change', listener);
  };
};

const wished = (isFloor: boolean): Exclude<Theme, 'auto'> => {
  if (contrast.matches) return 'contrast';
  return isFloor || dark.matches ? 'dark' : 'light';
};

export const useTheme = (isFloor: boolean): void => {
  const chosen = useChoice('theme');
  const system = useSyncExternalStore(subscribe, () => wished(isFloor));
  const theme = chosen === null || chosen === 'auto' ? system : chosen;
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
};

// Checks the settings of what goes out: the mail server, the sender, and further authorities.
import { readFileSync } from 'node:fs';
import { isMailAddress } from '../domain/channel/mail-address.ts';

export const isMailServer = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (protocol === 'smtp:' || protocol === 'smtps:') && hostname !== '';
};

const NAMED = /^[^<>\r\n]{1,100}<([^<>\r\n]+)>$/;

export const isSender = (text: string): boolean =>
  isMailAddress((NAMED.exec(text.trim())?.[1] ?? text).trim());

/** The text of a file of certificates. Throws when it cannot be read. */
export const pemIn = (path: string): string => readFileSync(path, 'utf8');

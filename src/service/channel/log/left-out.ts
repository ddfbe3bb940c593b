// What opens something to whoever has it stands in no log. A release before kept links that answer: they are left out where it is read.

export const LEFT_OUT = '(a link that answers, left out here)';

const ANSWERS = /https?:\/\/\S+\/answer\?link=[A-Za-z0-9_-]+/g;

export const withoutLinks = (text: string | null): string | null => text?.replace(ANSWERS, LEFT_OUT) ?? null;

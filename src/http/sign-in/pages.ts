// The hub's own pages, on one list.
import type { Resource } from '../spine.ts';
import { accountForm, accountPage } from './account-page.ts';
import { answerForm, answerPage } from './answer-page.ts';
import { approvalsForm, approvalsPage } from './approvals-page.ts';
import { pageFile } from './files/page-files.ts';
import { firstRunForm, firstRunPage } from './first-run-page.ts';
import { joinForm, joinPage } from './join-page.ts';
import { fromProvider, toProvider } from './provider-pages.ts';
import { setupForm, setupPage } from './setup-page.ts';
import { recoverySignIn, signInForm, signInPage, signOut } from './sign-in-page.ts';

export const SIGN_IN_PAGES: readonly Resource[] = [
  setupPage,
  setupForm,
  joinPage,
  joinForm,
  signInPage,
  signInForm,
  recoverySignIn,
  toProvider,
  fromProvider,
  signOut,
  accountPage,
  accountForm,
  answerPage,
  answerForm,
  approvalsPage,
  approvalsForm,
  firstRunPage,
  firstRunForm,
  pageFile,
];

import { describe, expect, test } from '@jest/globals';
import {
  identifierByName,
  identifierType,
  isIdentifier,
  isTypeName,
  newIdentifier,
  observableIdentifier,
} from '../src/identifier.ts';

const NAMESPACE = 'd1f0a3c6-5b1e-4f5c-9a57-3c0f4f6b8e21';

describe('identifiers', () => {
  test.each([
    ['indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f', true],
    ['x-mitre-tactic--01938f6e-7a5c-7b1e-8f00-98ee46b3cd3f', true],
    ['indicator--8E2E2D2B-17D4-4CBF-938F-98EE46B3CD3F', false],
    ['indicator--8e2e2d2b-17d4-4cbf-038f-98ee46b3cd3f', false],
    ['indicator--8e2e2d2b-17d4-0cbf-938f-98ee46b3cd3f', false],
    ['indicator-8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f', false],
    ['Indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f', false],
    ['a--b--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f', false],
    ['ab--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f', false],
    ['indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3', false],
    ['indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3fa', false],
    ['', false],
  ])('%s: %s', (text, wanted) => {
    expect(isIdentifier(text)).toBe(wanted);
  });

  test('a type name that would stall a backtracking regular expression is read at once', () => {
    expect(isTypeName(`${'a'.repeat(200)}!`)).toBe(false);
    expect(isTypeName('a'.repeat(250))).toBe(true);
    expect(isTypeName('a'.repeat(251))).toBe(false);
  });

  test('new ones are random, named ones are stable', () => {
    expect(isIdentifier(newIdentifier('report'))).toBe(true);
    expect(newIdentifier('report')).not.toBe(newIdentifier('report'));
    expect(identifierByName(NAMESPACE, 'report', 'icsa-24-001-01')).toBe(
      identifierByName(NAMESPACE, 'report', 'icsa-24-001-01'),
    );
    expect(identifierByName(NAMESPACE, 'report', 'a')).toBe('report--d71f6511-52a2-5bf4-abae-8badcd41ae16');
    expect(identifierByName(NAMESPACE, 'report', 'a').slice(-36)).not.toBe(
      identifierByName(NAMESPACE, 'identity', 'a').slice(-36),
    );
    expect(identifierByName('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'report', 'a')).not.toBe(
      identifierByName(NAMESPACE, 'report', 'a'),
    );
    expect(identifierType('x-foo--1')).toBe('x-foo');
    expect(identifierType('nothing')).toBe('');
  });

  test('observables get the id of their content', () => {
    expect(observableIdentifier({ type: 'ipv4-addr', value: '198.51.100.3' })).toBe(
      'ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4',
    );
    expect(observableIdentifier({ type: 'process', pid: 1 })).toBeNull();
    expect(observableIdentifier({ type: 'file', size: 1 })).toBeNull();
    expect(observableIdentifier({ type: 'indicator' })).toBeNull();
    expect(observableIdentifier({ type: 'mutex', name: '\ud800' })).toBeNull();
    expect(observableIdentifier(null)).toBeNull();
  });

  test('only the preferred hash counts', () => {
    const hashes = { 'SHA-256': 'b', MD5: 'a' };
    expect(observableIdentifier({ type: 'file', hashes })).toBe(
      observableIdentifier({ type: 'file', hashes: { MD5: 'a' } }),
    );
  });
});

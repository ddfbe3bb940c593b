// The hashes against the examples of FIPS 180-4 and node:crypto; the encodings against Buffer.
import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bytesOfBase64, bytesOfHex, compareBytes, hexOf, latin1Of, utf8Of } from '../../src/value/bytes.ts';
import { sha1, sha256, sha256Hex } from '../../src/value/hash.ts';
import { isUuidAt, uuidV4, uuidV5, uuidVersion } from '../../src/value/uuid.ts';
import { seed } from '../support/seed.ts';

const TWO_BLOCKS = 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq';

describe('hashes', () => {
  test('the examples of FIPS 180-4', () => {
    expect(hexOf(sha1(utf8Of('abc')))).toBe('a9993e364706816aba3e25717850c26c9cd0d89d');
    expect(hexOf(sha1(utf8Of(TWO_BLOCKS)))).toBe('84983e441c3bd26ebaae4aa1f95129e5e54670f1');
    expect(hexOf(sha1(utf8Of('')))).toBe('da39a3ee5e6b4b0d3255bfef95601890afd80709');
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex(TWO_BLOCKS)).toBe('248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1');
    expect(sha256Hex('a'.repeat(1_000_000))).toBe(
      'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
    );
  });

  test('every length around block boundaries, as node:crypto', () => {
    for (let length = 0; length < 200; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 7 + length) & 255);
      expect(hexOf(sha1(bytes))).toBe(createHash('sha1').update(bytes).digest('hex'));
      expect(hexOf(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  test('any bytes, including a view of a longer buffer, as node:crypto', () => {
    const property = fc.property(fc.uint8Array({ maxLength: 3_000 }), fc.nat(20), (bytes, from) => {
      const part = bytes.subarray(from);
      expect(hexOf(sha1(part))).toBe(createHash('sha1').update(part).digest('hex'));
      expect(sha256Hex(part)).toBe(createHash('sha256').update(part).digest('hex'));
    });
    fc.assert(property, { seed: seed(), numRuns: 500 });
  });

  test('any text, as node:crypto hashes its UTF-8', () => {
    const property = fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text).digest('hex'));
    });
    fc.assert(property, { seed: seed(), numRuns: 500 });
  });
});

describe('bytes', () => {
  const signs = fc.string({
    unit: fc.constantFrom(...'0123456789abcdefABCDEFxyzXYZ+/-_= \n~é'),
    maxLength: 60,
  });

  test('of valid and invalid hexadecimal and base64, as Buffer reads them', () => {
    const property = fc.property(signs, (text) => {
      expect(hexOf(bytesOfHex(text))).toBe(Buffer.from(text, 'hex').toString('hex'));
      expect(hexOf(bytesOfBase64(text))).toBe(Buffer.from(text, 'base64').toString('hex'));
    });
    fc.assert(property, { seed: seed(), numRuns: 3_000 });
  });

  test('survive a round trip through base64 and hexadecimal', () => {
    const property = fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(bytesOfHex(hexOf(bytes))).toEqual(bytes);
      expect(bytesOfBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
      expect(bytesOfBase64(Buffer.from(bytes).toString('base64url'))).toEqual(bytes);
    });
    fc.assert(property, { seed: seed(), numRuns: 500 });
  });

  test('are ordered as by Buffer, and a text above U+00FF has no Latin-1 form', () => {
    const bytes = fc.uint8Array({ maxLength: 6, max: 3 });
    const property = fc.property(bytes, bytes, (a, b) => {
      expect(Math.sign(compareBytes(a, b))).toBe(Buffer.compare(a, b));
    });
    fc.assert(property, { seed: seed(), numRuns: 2_000 });
    expect(latin1Of('\u00ff')).toEqual(Uint8Array.of(255));
    expect(latin1Of('\u0100')).toBeNull();
  });
});

describe('UUIDs', () => {
  test('the example of RFC 9562 appendix A.4', () => {
    expect(uuidV5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });

  test('random ones are version 4, even without randomUUID', () => {
    const { randomUUID } = crypto;
    try {
      for (const each of [randomUUID.bind(crypto), undefined]) {
        Object.defineProperty(crypto, 'randomUUID', { value: each, configurable: true, writable: true });
        const drawn = Array.from({ length: 200 }, uuidV4);
        expect(new Set(drawn).size).toBe(200);
        expect(drawn.every((uuid) => isUuidAt(uuid, 0) && uuidVersion(uuid) === 4)).toBe(true);
      }
    } finally {
      Reflect.deleteProperty(crypto, 'randomUUID');
    }
    expect(typeof crypto.randomUUID).toBe('function');
  });
});

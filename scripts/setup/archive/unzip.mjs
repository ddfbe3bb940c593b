// Extracts one file from a zip (a Python wheel is one), so that the machine needs no `unzip`.
// Reads the central directory of APPNOTE.TXT §4.3; no zip64, no encryption.
import { readFile, writeFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

export async function unzipMember(zip, member, target) {
  const bytes = await readFile(zip);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.readUInt32LE(end) !== endOfDirectory) throw new Error('it is not a zip file');
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== directoryEntry) throw new Error('its directory is damaged');
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    if (name === member) {
      await writeFile(target, content(bytes, at));
      return;
    }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  throw new Error(`there is no ${member} in it`);
}

function content(bytes, entry) {
  const method = bytes.readUInt16LE(entry + 10);
  const size = bytes.readUInt32LE(entry + 20);
  const header = bytes.readUInt32LE(entry + 42);
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const stored = bytes.subarray(start, start + size);
  if (method === 0) return stored;
  if (method === 8) return inflateRawSync(stored);
  throw new Error(`it uses the unsupported compression method ${method}`);
}

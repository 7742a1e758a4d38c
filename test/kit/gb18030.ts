/** Text as a Chinese spreadsheet saves it. Two-byte characters alone, which every common one is. */
export function gb18030(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text).flatMap((character) => codes.get(character) ?? [character.charCodeAt(0)]));
}

const codes = twoByteCodes();

/** Node decodes GB18030 and does not encode it, so the table is read backwards. */
function twoByteCodes(): Map<string, [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (Array.from(character).length === 1 && !found.has(character)) found.set(character, [lead, trail]);
    }
  }
  return found;
}

/** Names that are no setting and look like one: somebody set something, and nothing came of it. */
export function lookalikes(names: readonly string[], known: readonly string[]): { name: string; meant: string }[] {
  return names
    .filter((name) => !known.includes(name))
    .flatMap((name) => {
      const meant = known
        .map((setting) => ({ setting, far: distance(name, setting) }))
        .sort((a, b) => a.far - b.far)[0];
      if (meant === undefined) return [];
      const ours = /^(OPENIM|OTP|SESSION|ADMIN_JWT)_/.test(name);
      const close = meant.far <= (name.length > 6 ? 2 : 1) && name.length > 4;
      return ours || close ? [{ name, meant: meant.setting }] : [];
    });
}

/** Edits between two texts (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

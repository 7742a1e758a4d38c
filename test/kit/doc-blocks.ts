/** The block of a document that stands under a comment with its name, as it is written. @throws where there is none */
export function docBlock(markdown: string, name: string): string {
  const [, after = ''] = markdown.split(`<!-- ${name} -->`);
  const block = /^\s*```\w+\n(.*?)```/s.exec(after)?.[1];
  if (block === undefined) throw new Error(`the document has no block ${name}`);
  return block;
}

/** Has the browser save what an address of ours answers with. @param name what the file is called; empty: as the answer says */
export function saveFrom(url: string, name: string): void {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
}

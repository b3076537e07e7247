import type { Page } from 'playwright-core';

/** Before a page is opened: from then on React tells this script, as it would its developer tools, what it has drawn. */
export async function watchRenders(page: Page): Promise<void> {
  await page.addInitScript(WATCH);
}

/** Blocks and wires of a drawing by id, and how often each was drawn while something was done. */
export async function rendersWhile(
  page: Page,
  act: () => Promise<void>,
): Promise<{ blocks: Record<string, number>; wires: Record<string, number> }> {
  await page.evaluate('globalThis.renders = { blocks: {}, wires: {} }');
  await act();
  return page.evaluate('globalThis.renders');
}

/** A component of React's tree was drawn when it says so; one below a component whose children stayed was not looked at. */
const WATCH = `{
  const DRAWN = 1;
  const note = (counts, id) => { counts[id] = (counts[id] ?? 0) + 1; };
  const look = (fiber) => {
    if (fiber.alternate !== null && fiber.alternate.child === fiber.child) return;
    for (let child = fiber.child; child !== null; child = child.sibling) {
      if (typeof child.type !== 'string' && (child.flags & DRAWN) !== 0) tell(child);
      look(child);
    }
  };
  const tell = (fiber) => {
    const { child } = fiber;
    if (typeof child?.type !== 'string') return;
    const { className = '' } = child.memoizedProps;
    if (className.includes('react-flow__node ')) note(globalThis.renders.blocks, child.memoizedProps['data-id']);
    const edge = child.type === 'svg' ? child.child?.memoizedProps : undefined;
    if (edge?.className?.includes('react-flow__edge ')) note(globalThis.renders.wires, edge['data-id']);
  };
  globalThis.renders = { blocks: {}, wires: {} };
  globalThis.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    checkDCE() {},
    inject: () => 1,
    onCommitFiberUnmount() {},
    onPostCommitFiberRoot() {},
    onCommitFiberRoot: (_, root) => look(root.current),
  };
}`;

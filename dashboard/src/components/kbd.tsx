export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-grid h-5 min-w-5 place-items-center rounded-xs border border-divider bg-raised px-1.5 font-sans text-xs text-text-2">
      {children}
    </kbd>
  );
}

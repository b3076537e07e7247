/** Without knowing the tenant's threshold: half is where it stands unless they moved it. */
export function confidenceTone(value: number, threshold = 0.5): 'success' | 'warning' | 'danger' {
  if (value < threshold) return 'danger';
  return value < threshold + 0.15 ? 'warning' : 'success';
}

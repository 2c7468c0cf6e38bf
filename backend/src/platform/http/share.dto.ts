/** A share with its basis: `value` and its 95 % Wilson interval are null where the basis is too small to be shown as a number. */
export class ShareView {
  /** 0 to 1. */
  value: number | null;
  count: number;
  n: number;

  /** Ends of the 95 % interval. */
  low: number | null;
  high: number | null;
}

import { describe, expect, it } from 'vitest';
import { ApiError, isPassing } from './problem';

function refusal(status: number, type: string): ApiError {
  return new ApiError(status, { type, title: 'No.', status });
}

describe('what may succeed in a moment', () => {
  it('is what nobody answered, what was not ready and what came too fast at once', () => {
    expect(isPassing(new TypeError('Failed to fetch'))).toBe(true);
    expect(isPassing(refusal(503, '/problems/unready'))).toBe(true);
    expect(isPassing(refusal(429, '/problems/limited'))).toBe(true);
  });

  it('is not what somebody has to wait for, or to change', () => {
    expect(isPassing(refusal(429, '/problems/too-fast'))).toBe(false);
    expect(isPassing(refusal(409, '/problems/said-already'))).toBe(false);
  });
});

import type { Visibility } from '../../lib/api/types';

export const visibilityIcons: Record<Visibility, string> = { open: 'everyone', closed: 'lock', secret: 'eye' };

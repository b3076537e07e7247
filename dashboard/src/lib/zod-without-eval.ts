import * as z from 'zod';

// The page's policy forbids making functions from text, which zod would try. Every file with a schema imports this.
z.config({ jitless: true });

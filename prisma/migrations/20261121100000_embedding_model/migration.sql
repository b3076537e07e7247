-- Vectors of two models cannot be compared: which one made a revision's is written beside it, as `model@host`.
-- Null: indexed before this was written, so nobody knows; such a revision is searched by its words until it is indexed anew.
ALTER TABLE document_revisions ADD COLUMN embedding_model text;
-- When its indexing last began: what failed is not tried again at once.
ALTER TABLE document_revisions ADD COLUMN indexing_at timestamptz(3);

-- As search_knowledge, which stays for processes of the release before until they are replaced, but never compares
-- vectors of two models: a passage whose vector is of another one has the similarity 0 and is found by its words alone.
-- retrieval: hybrid | text (at least one document could not be compared)
CREATE FUNCTION search_passages(t uuid, question_embedding halfvec, model text, question text, how_many int) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  v_stems text[] := tsvector_to_array(search_terms(question));
  v_query tsquery;
BEGIN
  PERFORM act_as_tenant(t);
  v_query := (SELECT string_agg(quote_literal(s), ' | ')::tsquery FROM unnest(v_stems) s);
  RETURN (
    WITH live AS MATERIALIZED (
      SELECT c.id, c.text, c.terms, d.title, r.embedding_model IS NOT DISTINCT FROM model AS comparable,
             CASE WHEN r.embedding_model IS NOT DISTINCT FROM model
                  THEN greatest(0, 1 - (c.embedding <=> question_embedding)) ELSE 0 END AS similarity
        FROM documents d
        JOIN document_revisions r ON r.tenant_id = t AND r.id = d.current_revision_id
        JOIN chunks c ON c.tenant_id = t AND c.revision_id = r.id
       WHERE d.tenant_id = t
    ), candidates AS (
      (SELECT * FROM live WHERE comparable ORDER BY similarity DESC LIMIT 4 * how_many)
      UNION
      (SELECT * FROM live WHERE v_query IS NOT NULL AND terms @@ v_query ORDER BY ts_rank_cd(terms, v_query) DESC LIMIT 4 * how_many)
    ), scored AS (
      SELECT id, text, title, similarity,
             CASE WHEN cardinality(v_stems) = 0 THEN 0
                  ELSE (SELECT count(*) FROM unnest(v_stems) s WHERE s = ANY (tsvector_to_array(terms)))::float / cardinality(v_stems) END AS coverage
        FROM candidates
    )
    SELECT jsonb_build_object(
      'retrieval', CASE WHEN EXISTS (SELECT FROM live WHERE NOT comparable) THEN 'text' ELSE 'hybrid' END,
      'passages', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'text', text, 'document', title,
                 'similarity', round(similarity::numeric, 4), 'coverage', round(coverage::numeric, 4),
                 'score', round((0.75 * similarity + 0.25 * coverage)::numeric, 4)) ORDER BY 0.75 * similarity + 0.25 * coverage DESC, id), '[]')
          FROM (SELECT * FROM scored ORDER BY 0.75 * similarity + 0.25 * coverage DESC, id LIMIT how_many) best)));
END $$;

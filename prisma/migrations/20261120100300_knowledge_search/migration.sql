-- Portuguese stems without accents: what chunks store and queries ask for.
CREATE FUNCTION search_terms(words text) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT to_tsvector('portuguese', unaccent(words)) $$;

-- The tenant's passages nearest to a question, exact search fused with full text.
-- similarity: cosine of the embeddings (0 to 1). coverage: share of the question's stems that the passage holds.
-- score = 0.75 similarity + 0.25 coverage: words that match lift a passage, meaning decides.
CREATE FUNCTION search_knowledge(t uuid, question_embedding halfvec, question text, how_many int) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  v_stems text[] := tsvector_to_array(search_terms(question));
  v_query tsquery;
BEGIN
  PERFORM act_as_tenant(t);
  v_query := (SELECT string_agg(quote_literal(s), ' | ')::tsquery FROM unnest(v_stems) s);
  RETURN (
    WITH live AS MATERIALIZED (
      SELECT c.id, c.text, c.terms, d.title, greatest(0, 1 - (c.embedding <=> question_embedding)) AS similarity
        FROM documents d JOIN chunks c ON c.tenant_id = t AND c.revision_id = d.current_revision_id
       WHERE d.tenant_id = t
    ), candidates AS (
      (SELECT * FROM live ORDER BY similarity DESC LIMIT 4 * how_many)
      UNION
      (SELECT * FROM live WHERE v_query IS NOT NULL AND terms @@ v_query ORDER BY ts_rank_cd(terms, v_query) DESC LIMIT 4 * how_many)
    ), scored AS (
      SELECT id, text, title, similarity,
             CASE WHEN cardinality(v_stems) = 0 THEN 0
                  ELSE (SELECT count(*) FROM unnest(v_stems) s WHERE s = ANY (tsvector_to_array(terms)))::float / cardinality(v_stems) END AS coverage
        FROM candidates
    )
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'text', text, 'document', title,
             'similarity', round(similarity::numeric, 4), 'coverage', round(coverage::numeric, 4),
             'score', round((0.75 * similarity + 0.25 * coverage)::numeric, 4)) ORDER BY 0.75 * similarity + 0.25 * coverage DESC, id), '[]')
      FROM (SELECT * FROM scored ORDER BY 0.75 * similarity + 0.25 * coverage DESC, id LIMIT how_many) best);
END $$;

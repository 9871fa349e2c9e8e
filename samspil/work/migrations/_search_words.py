"""The index of words of cases, as both databases lay it out."""

from samspil.tenancy.protection import POLICY, SETTING

# In the index every word stands as ORGANISATION.BLOCK.WORD, so that a search walks only the words of
# one organisation, from the newest block of cases (8192 numbers) to the oldest.

SQLITE = """
CREATE VIRTUAL TABLE work_words USING fts5(
    words, content='', columnsize=0, tokenize="ascii tokenchars '@.-_+:/^#'"
);

INSERT INTO work_words (work_words, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER work_words_added AFTER INSERT ON work_casewords BEGIN
    INSERT INTO work_words (rowid, words) VALUES (new.case_id, {new});
END;

CREATE TRIGGER work_words_changed AFTER UPDATE OF words ON work_casewords
WHEN old.words <> new.words BEGIN
    INSERT INTO work_words (work_words, rowid, words) VALUES ('delete', old.case_id, {old});
    INSERT INTO work_words (rowid, words) VALUES (new.case_id, {new});
END;

CREATE TRIGGER work_words_gone AFTER DELETE ON work_casewords BEGIN
    INSERT INTO work_words (work_words, rowid, words) VALUES ('delete', old.case_id, {old});
END;
"""
PLACED = "replace({0}.words, ' ', ' ' || {0}.organisation_id || '.' || ({0}.case_id >> 13) || '.')"

# Row-level security keeps PostgreSQL from using a text index, since the operator is not leakproof.
# So the application reads this table through one function only, which names the organisation itself
# and runs as the owner, whom the table's policy does not bind. Everybody else is bound by it.

POSTGRESQL = f"""
CREATE TABLE work_words (
    case_id bigint PRIMARY KEY, organisation_id bigint NOT NULL, words tsvector NOT NULL
);
CREATE INDEX work_words_words ON work_words USING gin (words) WITH (fastupdate = off);
{POLICY.format(table="work_words")}
ALTER TABLE work_words NO FORCE ROW LEVEL SECURITY;

CREATE FUNCTION work_keep_words() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM work_words WHERE case_id = OLD.case_id;
        RETURN NULL;
    END IF;
    INSERT INTO work_words (case_id, organisation_id, words)
    SELECT NEW.case_id, NEW.organisation_id, coalesce(string_agg(
        quote_literal(NEW.organisation_id || '.' || (NEW.case_id >> 13) || '.' || word)
        || ':' || place, ' '
    ), '')::tsvector
    FROM string_to_table(ltrim(NEW.words), ' ') WITH ORDINALITY AS split (word, place)
    WHERE word <> ''
    ON CONFLICT (case_id) DO UPDATE SET words = EXCLUDED.words;
    RETURN NULL;
END $$;
CREATE TRIGGER work_words_added AFTER INSERT OR DELETE ON work_casewords
    FOR EACH ROW EXECUTE FUNCTION work_keep_words();
CREATE TRIGGER work_words_changed AFTER UPDATE OF words ON work_casewords
    FOR EACH ROW WHEN (OLD.words <> NEW.words) EXECUTE FUNCTION work_keep_words();

CREATE FUNCTION work_found(wanted text, most int, highest bigint) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET enable_seqscan = off AS $$
DECLARE
    ours bigint := NULLIF(current_setting('{SETTING}', true), '')::bigint;
    block bigint := least(coalesce((SELECT max(case_id) FROM work_words), 0), highest) >> 13;
    width bigint := 1;
    total bigint := 0;
    added bigint;
    here text;
BEGIN
    WHILE ours IS NOT NULL AND block >= 0 AND total < most LOOP
        SELECT string_agg('(' || replace(wanted, '~', ours || '.' || number) || ')', '|') INTO here
        FROM generate_series(greatest(block - width + 1, 0), block) AS number;
        RETURN QUERY EXECUTE
            'SELECT case_id FROM work_words WHERE organisation_id = $1 AND words @@ $2::tsquery'
            USING ours, here;
        GET DIAGNOSTICS added = ROW_COUNT;
        total := total + added;
        block := block - width;
        width := width * 2;
    END LOOP;
END $$;
"""


def lay_out(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL, None)
        return
    script = SQLITE.format(new=PLACED.format("new"), old=PLACED.format("old"))
    for statement in script.strip().split("\n\n"):
        schema_editor.execute(statement, None)

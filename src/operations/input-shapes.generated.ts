// Generated from schema/*.graphql by `npm run generate`. Do not edit.
export const INPUT_SHAPES = {
  "inputs": {
    "ActionInput": {
      "text": {
        "type": "String",
        "isList": false,
        "isRequired": true
      },
      "by": {
        "type": "DateTime",
        "isList": false,
        "isRequired": false
      }
    },
    "AlternativeInput": {
      "sectors": {
        "type": "String",
        "isList": true,
        "isRequired": false
      },
      "countries": {
        "type": "String",
        "isList": true,
        "isRequired": false
      },
      "communities": {
        "type": "String",
        "isList": true,
        "isRequired": false
      },
      "kinds": {
        "type": "MemberKind",
        "isList": true,
        "isRequired": false
      },
      "members": {
        "type": "String",
        "isList": true,
        "isRequired": false
      },
      "persons": {
        "type": "String",
        "isList": true,
        "isRequired": false
      }
    },
    "AudienceInput": {
      "alternatives": {
        "type": "AlternativeInput",
        "isList": true,
        "isRequired": true
      },
      "excludes": {
        "type": "String",
        "isList": true,
        "isRequired": false
      }
    },
    "ContactPointInput": {
      "name": {
        "type": "String",
        "isList": false,
        "isRequired": true
      },
      "number": {
        "type": "String",
        "isList": false,
        "isRequired": true
      },
      "hours": {
        "type": "String",
        "isList": false,
        "isRequired": true
      }
    },
    "ExternalReferenceInput": {
      "source": {
        "type": "String",
        "isList": false,
        "isRequired": true
      },
      "id": {
        "type": "String",
        "isList": false,
        "isRequired": false
      },
      "url": {
        "type": "String",
        "isList": false,
        "isRequired": false
      }
    },
    "HandlingInput": {
      "permittedActions": {
        "type": "PermittedActions",
        "isList": false,
        "isRequired": false
      },
      "encryptInTransit": {
        "type": "Permission",
        "isList": false,
        "isRequired": false
      },
      "affectedPartyNotifications": {
        "type": "Permission",
        "isList": false,
        "isRequired": false
      },
      "providerAttribution": {
        "type": "Permission",
        "isList": false,
        "isRequired": false
      },
      "unmodifiedResale": {
        "type": "Permission",
        "isList": false,
        "isRequired": false
      },
      "until": {
        "type": "DateTime",
        "isList": false,
        "isRequired": false
      },
      "reference": {
        "type": "String",
        "isList": false,
        "isRequired": false
      }
    },
    "PublishPracticeInput": {
      "headline": {
        "type": "String",
        "isList": false,
        "isRequired": true
      },
      "summary": {
        "type": "String",
        "isList": false,
        "isRequired": true
      },
      "kind": {
        "type": "PracticeKind",
        "isList": false,
        "isRequired": true
      },
      "problem": {
        "type": "String",
        "isList": false,
        "isRequired": true
      },
      "steps": {
        "type": "String",
        "isList": true,
        "isRequired": true
      },
      "evidence": {
        "type": "String",
        "isList": false,
        "isRequired": false
      },
      "limits": {
        "type": "String",
        "isList": false,
        "isRequired": false
      },
      "licence": {
        "type": "String",
        "isList": false,
        "isRequired": false
      },
      "reviewDue": {
        "type": "String",
        "isList": false,
        "isRequired": false
      },
      "language": {
        "type": "String",
        "isList": false,
        "isRequired": false
      },
      "translations": {
        "type": "TranslationInput",
        "isList": true,
        "isRequired": false
      },
      "sectorsConcerned": {
        "type": "String",
        "isList": true,
        "isRequired": false
      },
      "countriesConcerned": {
        "type": "String",
        "isList": true,
        "isRequired": false
      },
      "marking": {
        "type": "Tlp",
        "isList": false,
        "isRequired": true
      },
      "handling": {
        "type": "HandlingInput",
        "isList": false,
        "isRequired": false
      },
      "audience": {
        "type": "AudienceInput",
        "isList": false,
        "isRequired": true
      },
      "allowEmptyAudience": {
        "type": "Boolean",
        "isList": false,
        "isRequired": false
      },
      "exercise": {
        "type": "String",
        "isList": false,
        "isRequired": false
      },
      "externalReferences": {
        "type": "ExternalReferenceInput",
        "isList": true,
        "isRequired": false
      },
      "bundle": {
        "type": "JSON",
        "isList": false,
        "isRequired": false
      },
      "dryRun": {
        "type": "Boolean",
        "isList": false,
        "isRequired": false
      }
    },
    "PublishWarningInput": {
      "headline": {
        "type": "String",
        "isList": false,
        "isRequired": true
      },
      "summary": {
        "type": "String",
        "isList": false,
        "isRequired": true
      },
      "actions": {
        "type": "ActionInput",
        "isList": true,
        "isRequired": true
      },
      "contacts": {
        "type": "ContactPointInput",
        "isList": true,
        "isRequired": true
      },
      "urgency": {
        "type": "Urgency",
        "isList": false,
        "isRequired": true
      },
      "severity": {
        "type": "Severity",
        "isList": false,
        "isRequired": true
      },
      "certainty": {
        "type": "Certainty",
        "isList": false,
        "isRequired": true
      },
      "validUntil": {
        "type": "DateTime",
        "isList": false,
        "isRequired": false
      },
      "level": {
        "type": "Level",
        "isList": false,
        "isRequired": false
      },
      "answerBy": {
        "type": "DateTime",
        "isList": false,
        "isRequired": false
      },
      "language": {
        "type": "String",
        "isList": false,
        "isRequired": false
      },
      "translations": {
        "type": "TranslationInput",
        "isList": true,
        "isRequired": false
      },
      "sectorsConcerned": {
        "type": "String",
        "isList": true,
        "isRequired": false
      },
      "countriesConcerned": {
        "type": "String",
        "isList": true,
        "isRequired": false
      },
      "marking": {
        "type": "Tlp",
        "isList": false,
        "isRequired": true
      },
      "handling": {
        "type": "HandlingInput",
        "isList": false,
        "isRequired": false
      },
      "audience": {
        "type": "AudienceInput",
        "isList": false,
        "isRequired": true
      },
      "allowEmptyAudience": {
        "type": "Boolean",
        "isList": false,
        "isRequired": false
      },
      "exercise": {
        "type": "String",
        "isList": false,
        "isRequired": false
      },
      "externalReferences": {
        "type": "ExternalReferenceInput",
        "isList": true,
        "isRequired": false
      },
      "bundle": {
        "type": "JSON",
        "isList": false,
        "isRequired": false
      },
      "dryRun": {
        "type": "Boolean",
        "isList": false,
        "isRequired": false
      }
    },
    "TranslationInput": {
      "language": {
        "type": "String",
        "isList": false,
        "isRequired": true
      },
      "headline": {
        "type": "String",
        "isList": false,
        "isRequired": true
      },
      "summary": {
        "type": "String",
        "isList": false,
        "isRequired": true
      },
      "actions": {
        "type": "String",
        "isList": true,
        "isRequired": false
      }
    },
    "UpdatePracticeInput": {
      "id": {
        "type": "ID",
        "isList": false,
        "isRequired": true
      },
      "expectedVersion": {
        "type": "Int",
        "isList": false,
        "isRequired": true
      },
      "headline": {
        "type": "String",
        "isList": false,
        "isRequired": true
      },
      "summary": {
        "type": "String",
        "isList": false,
        "isRequired": true
      },
      "kind": {
        "type": "PracticeKind",
        "isList": false,
        "isRequired": true
      },
      "problem": {
        "type": "String",
        "isList": false,
        "isRequired": true
      },
      "steps": {
        "type": "String",
        "isList": true,
        "isRequired": true
      },
      "evidence": {
        "type": "String",
        "isList": false,
        "isRequired": false
      },
      "limits": {
        "type": "String",
        "isList": false,
        "isRequired": false
      },
      "licence": {
        "type": "String",
        "isList": false,
        "isRequired": false
      },
      "reviewDue": {
        "type": "String",
        "isList": false,
        "isRequired": false
      },
      "language": {
        "type": "String",
        "isList": false,
        "isRequired": false
      },
      "translations": {
        "type": "TranslationInput",
        "isList": true,
        "isRequired": false
      },
      "sectorsConcerned": {
        "type": "String",
        "isList": true,
        "isRequired": false
      },
      "countriesConcerned": {
        "type": "String",
        "isList": true,
        "isRequired": false
      },
      "handling": {
        "type": "HandlingInput",
        "isList": false,
        "isRequired": false
      },
      "externalReferences": {
        "type": "ExternalReferenceInput",
        "isList": true,
        "isRequired": false
      },
      "bundle": {
        "type": "JSON",
        "isList": false,
        "isRequired": false
      },
      "dryRun": {
        "type": "Boolean",
        "isList": false,
        "isRequired": false
      }
    },
    "UpdateWarningInput": {
      "id": {
        "type": "ID",
        "isList": false,
        "isRequired": true
      },
      "expectedVersion": {
        "type": "Int",
        "isList": false,
        "isRequired": true
      },
      "headline": {
        "type": "String",
        "isList": false,
        "isRequired": true
      },
      "summary": {
        "type": "String",
        "isList": false,
        "isRequired": true
      },
      "actions": {
        "type": "ActionInput",
        "isList": true,
        "isRequired": true
      },
      "contacts": {
        "type": "ContactPointInput",
        "isList": true,
        "isRequired": true
      },
      "urgency": {
        "type": "Urgency",
        "isList": false,
        "isRequired": true
      },
      "severity": {
        "type": "Severity",
        "isList": false,
        "isRequired": true
      },
      "certainty": {
        "type": "Certainty",
        "isList": false,
        "isRequired": true
      },
      "validUntil": {
        "type": "DateTime",
        "isList": false,
        "isRequired": false
      },
      "level": {
        "type": "Level",
        "isList": false,
        "isRequired": false
      },
      "answerBy": {
        "type": "DateTime",
        "isList": false,
        "isRequired": false
      },
      "language": {
        "type": "String",
        "isList": false,
        "isRequired": false
      },
      "translations": {
        "type": "TranslationInput",
        "isList": true,
        "isRequired": false
      },
      "sectorsConcerned": {
        "type": "String",
        "isList": true,
        "isRequired": false
      },
      "countriesConcerned": {
        "type": "String",
        "isList": true,
        "isRequired": false
      },
      "handling": {
        "type": "HandlingInput",
        "isList": false,
        "isRequired": false
      },
      "externalReferences": {
        "type": "ExternalReferenceInput",
        "isList": true,
        "isRequired": false
      },
      "bundle": {
        "type": "JSON",
        "isList": false,
        "isRequired": false
      },
      "dryRun": {
        "type": "Boolean",
        "isList": false,
        "isRequired": false
      }
    }
  },
  "enums": {
    "Certainty": [
      "OBSERVED",
      "LIKELY",
      "POSSIBLE",
      "UNLIKELY",
      "UNKNOWN"
    ],
    "Level": [
      "INFORMATION",
      "RECOMMENDATION",
      "ESSENTIAL_ACTION"
    ],
    "MemberKind": [
      "AGENCY",
      "NATIONAL_CSIRT",
      "SECTOR_CSIRT",
      "CSIRT",
      "OPERATOR",
      "SHARING_CENTRE",
      "TECHNICAL_PARTNER",
      "REGULATOR",
      "LAW_ENFORCEMENT",
      "RESEARCH",
      "CIVIL_SOCIETY",
      "STATE_CONTACT",
      "HUB"
    ],
    "Permission": [
      "MAY",
      "MUST",
      "MUST_NOT"
    ],
    "PermittedActions": [
      "NONE",
      "CONTACT_FOR_INSTRUCTION",
      "INTERNALLY_VISIBLE_ACTIONS",
      "EXTERNALLY_VISIBLE_INDIRECT_ACTIONS",
      "EXTERNALLY_VISIBLE_DIRECT_ACTIONS"
    ],
    "PracticeKind": [
      "MEASURE",
      "PLAYBOOK",
      "GUIDELINE",
      "TEMPLATE",
      "LESSON",
      "POLICY_OR_LAW",
      "TRAINING"
    ],
    "Severity": [
      "EXTREME",
      "SEVERE",
      "MODERATE",
      "MINOR",
      "UNKNOWN"
    ],
    "Tlp": [
      "CLEAR",
      "GREEN",
      "AMBER",
      "AMBER_STRICT",
      "RED"
    ],
    "Urgency": [
      "IMMEDIATE",
      "EXPECTED",
      "FUTURE",
      "PAST",
      "UNKNOWN"
    ]
  }
} as const;
